/**
 * Pure Python, since other versions of them have a wheel for every platform, and none has one for a single platform.
 *
 * @see https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/
 */
export const pureByWheels: readonly string[] = [
  ...["alibabacloud-openapi-util", "aliyun-python-sdk-core", "cssbeautifier", "djangorestframework-csv", "huey"],
  ...["micawber", "neo4j", "okta", "pdoc3", "pypd", "pypika", "python-pptx", "requests-hardened", "spider-client"],
  ...["starkbank-ecdsa"],
];
