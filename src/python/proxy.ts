/**
 * The variables that name proxies. Docker knows them as arguments that every build may be given: it sets them in RUN, in
 * capitals and in small letters, and keeps them out of layers and of the image's history.
 *
 * @see https://docs.docker.com/reference/dockerfile/#predefined-args
 */
export const PROXY_VARIABLES = ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"] as const;
