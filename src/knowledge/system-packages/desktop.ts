import { compiler, glib } from "./debian-names";
import type { SystemPackageRow } from "./system-package-row";

/** What the wheels of Qt 6 leave to the system, also for drawing without a screen. */
const qt = {
  build: [],
  run: [...["libdbus-1-3", "libegl1", "libfontconfig1", "libfreetype6", "libgl1", "libx11-6", "libxkbcommon0"], glib],
};
const qtRequirements = "https://doc.qt.io/qt-6/linux-requirements.html";

/** Windows, keys and pointers. */
export const desktop: readonly SystemPackageRow[] = [
  {
    // By evdev, of which there are no wheels.
    distribution: "pynput",
    build: [compiler],
    run: [],
    source: "https://pynput.readthedocs.io/en/latest/limitations.html#linux",
  },
  { distribution: "pyqt6", ...qt, source: qtRequirements },
  { distribution: "pyside6", ...qt, source: qtRequirements },
  { distribution: "pyside6-essentials", ...qt, source: qtRequirements },
];
