/**
 * The last versions of Python programs that run on a minor release of Python, where newer ones do not.
 *
 * As the default index had them in November 2026: `pip index versions pipx --python-version 3.10 --only-binary :all:`.
 */
export const lastVersions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  pip: { "3.8": "25.0.1", "3.9": "26.0.1" },
  pipx: { "3.8": "1.7.1", "3.9": "1.11.1", "3.10": "1.17.12" },
  poetry: { "3.8": "1.8.5", "3.9": "2.2.1" },
  pdm: { "3.8": "2.20.1", "3.9": "2.26.9" },
  pipenv: { "3.8": "2024.4.1", "3.9": "2025.0.4" },
  hatch: { "3.8": "1.14.2", "3.9": "1.15.1" },
};
