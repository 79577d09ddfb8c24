/** Text of a plot, where it stands. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** Names of the style's classes. */
  readonly is?: string;
}

/** A whole image; its colours are those of the reader's light or dark page. */
export function svg(title: string, width: number, height: number, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>${escaped(title)}</title>
<style>
text { font: 12px system-ui, sans-serif; fill: #1f2328; dominant-baseline: central }
.strong { font-weight: 600 } .quiet { fill: #59636e } .end { text-anchor: end } .middle { text-anchor: middle }
.ours { fill: #0969da } .like { fill: #8c959f } .less { fill: #d1d9e0 } .grid { stroke: #d1d9e0; stroke-width: 1 }
.line { fill: none; stroke-width: 2 } .stroke-ours { stroke: #0969da } .stroke-like { stroke: #8c959f } .stroke-less { stroke: #bf8700 }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 } .quiet { fill: #9198a1 }
.ours { fill: #4493f8 } .like { fill: #767e89 } .less { fill: #3d444d } .grid { stroke: #3d444d }
.stroke-ours { stroke: #4493f8 } .stroke-like { stroke: #9198a1 } .stroke-less { stroke: #d29922 }
}
</style>
${parts.join("\n")}
</svg>
`;
}

export function label({ x, y, text, is }: Label): string {
  return `<text x="${place(x)}" y="${place(y)}"${is === undefined ? "" : ` class="${is}"`}>${escaped(text)}</text>`;
}

export function bar(x: number, y: number, width: number, height: number, is: string): string {
  return `<rect x="${place(x)}" y="${place(y)}" width="${place(width)}" height="${place(height)}" rx="2" class="${is}"/>`;
}

export function line(points: readonly (readonly [number, number])[], is: string): string {
  return `<polyline points="${points.map(([x, y]) => `${place(x)},${place(y)}`).join(" ")}" class="${is}"/>`;
}

/** A tenth of a pixel is exact enough, and keeps the file the same where only rounding differs. */
const place = (value: number) => String(Math.round(value * 10) / 10);

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
