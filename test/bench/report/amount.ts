import type { Measurement } from "../measurement";

const BYTE_UNITS: readonly (readonly [number, string])[] = [
  [1e9, "GB"],
  [1e6, "MB"],
  [1e3, "kB"],
];

const FORMATS: { readonly [U in Measurement["unit"]]: (value: number) => string } = {
  s: (value) => `${decimals(value)} s`,
  ms: (value) => (Math.abs(value) < 1000 ? `${decimals(value)} ms` : `${decimals(value / 1000)} s`),
  bytes: (value) => {
    const [unit, name] = BYTE_UNITS.find(([size]) => Math.abs(value) >= size) ?? [1, "B"];
    return `${unit === 1 ? Math.round(value) : decimals(value / unit)} ${name}`;
  },
  count: (value) => String(value),
};

/** A value with its unit, with as many decimals as say something: `0.18 s`, `21.7 s`, `178 MB`. */
export function amount(value: number, unit: Measurement["unit"]): string {
  return FORMATS[unit](value);
}

/** A quotient: `0.25 ×`, and a small one `0.004 ×`. */
export function times(value: number): string {
  return `${value < 0.05 ? value.toPrecision(1) : value.toFixed(2)} ×`;
}

function decimals(value: number): string {
  const size = Math.abs(value);
  return value.toFixed(size < 9.995 ? 2 : size < 99.95 ? 1 : 0);
}
