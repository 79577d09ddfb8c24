/**
 * The variables that name proxies. Docker knows them as arguments that every build may be given: it sets them in RUN, in
 * capitals and in small letters, and keeps them out of layers and of the image's history.
 *
 * @see https://docs.docker.com/reference/dockerfile/#predefined-args
 */
export const PROXY_VARIABLES = ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"] as const;

/** In capitals and in small letters: a container has what it is given, and curl and apt read small letters alone. */
export const PROXY_SPELLINGS = PROXY_VARIABLES.flatMap((name) => [name, name.toLowerCase()]);
