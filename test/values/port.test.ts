import { Port } from "../../src/values/port";

test("a TCP port is written as its number", () => expect(Port.tcp(8000).toString()).toBe("8000"));
test("a UDP port is written with its protocol", () => expect(Port.udp(53).toString()).toBe("53/udp"));
test.each([0, 65536, 1.5, Number.NaN, -1])("%p is refused", (value) => {
  expect(() => Port.tcp(value)).toThrow("a port is a whole number from 1 to 65535");
});
