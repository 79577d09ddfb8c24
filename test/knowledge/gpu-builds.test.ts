import { gpuBuildRows, isCudaOnly } from "../../src/knowledge/gpu-builds";

const names = gpuBuildRows.map(({ distribution }) => distribution);

test("distributions are sorted", () => expect(names).toEqual([...names].sort()));
test("nothing is listed twice", () => expect(names).toHaveLength(new Set(names).size));
test.each(gpuBuildRows)("$distribution is normalised", ({ distribution, extras = [] }) => {
  expect([distribution, ...extras].filter((name) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name))).toEqual([]);
});
test.each(gpuBuildRows)("$distribution has a source", ({ source }) => {
  expect(source).toMatch(/^https:\/\/[\w.~-]+\.[a-z]+\/\S*$/);
});
test.each(gpuBuildRows)("where $distribution needs no extra, none can be left out", ({ cpu, extras = [] }) => {
  expect(cpu === "without extras").toBe(extras.length > 0);
});
test("the CPU's distributions are none of the GPU's, unless by an extra", () => {
  const gpu = new Set(gpuBuildRows.filter(({ extras }) => extras === undefined).map((row) => row.distribution));
  const odd = gpuBuildRows.filter(
    ({ cpu }) => typeof cpu === "object" && "distribution" in cpu && gpu.has(cpu.distribution),
  );
  expect(odd).toEqual([]);
});
test("indexes are addresses", () => {
  const indexes = gpuBuildRows.flatMap(({ cpu }) => (typeof cpu === "object" && "index" in cpu ? [cpu.index] : []));
  expect(indexes.filter((each) => !/^https:\/\/\S+[^/]$/.test(each))).toEqual([]);
});
test("the table can't be changed", () => expect([gpuBuildRows, ...gpuBuildRows].every(Object.isFrozen)).toBe(true));
test.each(["nvidia-cudnn-cu12", "triton"])("%s is there for CUDA alone", (name) => expect(isCudaOnly(name)).toBe(true));
test.each(["nvidia-ml-py", "torch", "tritonclient"])("%s is not", (name) => expect(isCudaOnly(name)).toBe(false));
