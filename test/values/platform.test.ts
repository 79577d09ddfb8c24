import { Platform } from "../../src/values/platform";

test.each([
  ["linux/amd64", "x86_64"],
  ["linux/arm64", "aarch64"],
  ["linux/arm64/v8", "aarch64"],
])("%s has the processor %s", (text, machine) => expect(Platform.of(text).machine).toBe(machine));

test.each([
  ["linux/amd64", "linux/amd64"],
  ["linux/arm64", "linux/arm64"],
  ["linux/arm64/v8", "linux/arm64"],
])("%s is written as %s", (text, written) => expect(Platform.of(text).toString()).toBe(written));

test.each(["", "amd64", "linux/arm/v7", "windows/amd64", "linux/amd64/v3", " linux/amd64", "LINUX/amd64"])(
  "%p is refused",
  (text) =>
    expect(() => Platform.of(text)).toThrow(
      `platform: "${text}" is not a platform for which images are made; allowed are linux/amd64 and linux/arm64`,
    ),
);
