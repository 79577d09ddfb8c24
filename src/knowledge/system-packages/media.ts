import { compiler } from "./debian-names";
import type { SystemPackageRow } from "./system-package-row";

const ffmpeg = { build: [], run: ["ffmpeg"] };
const portAudio = { build: [compiler, "portaudio19-dev"], run: ["libportaudio2"] };

/** Sound and video. */
export const media: readonly SystemPackageRow[] = [
  {
    distribution: "discord-py",
    extras: ["voice"],
    build: [],
    run: ["libopus0"],
    source: "https://discordpy.readthedocs.io/en/stable/api.html#discord.opus.load_opus",
  },
  {
    distribution: "ffmpeg-normalize",
    ...ffmpeg,
    source: "https://slhck.info/ffmpeg-normalize/getting-started/requirements/",
  },
  { distribution: "ffmpeg-python", ...ffmpeg, source: "https://github.com/kkroening/ffmpeg-python#installing-ffmpeg" },
  { distribution: "ffmpy", ...ffmpeg, source: "https://ffmpy.readthedocs.io/en/latest/" },
  { distribution: "openai-whisper", ...ffmpeg, source: "https://github.com/openai/whisper#setup" },
  {
    distribution: "phonemizer",
    build: [],
    run: ["espeak-ng"],
    source: "https://bootphon.github.io/phonemizer/install.html",
  },
  {
    distribution: "pyacoustid",
    build: [],
    run: ["libchromaprint1"],
    source: "https://github.com/beetbox/pyacoustid#installation",
  },
  {
    distribution: "pyalsaaudio",
    build: [compiler, "libasound2-dev"],
    run: [{ bullseye: "libasound2", bookworm: "libasound2", trixie: "libasound2t64" }],
    source: "https://github.com/larsimmisch/pyalsaaudio#installation",
  },
  { distribution: "pyaudio", ...portAudio, source: "https://people.csail.mit.edu/hubert/pyaudio/" },
  { distribution: "pydub", ...ffmpeg, source: "https://github.com/jiaaro/pydub#dependencies" },
  {
    distribution: "pyfluidsynth",
    build: [],
    run: [{ bullseye: "libfluidsynth2", bookworm: "libfluidsynth3" }],
    source: "https://github.com/nwhitehead/pyfluidsynth#requirements",
  },
  { distribution: "python-ffmpeg", ...ffmpeg, source: "https://github.com/jonghwanhyeon/python-ffmpeg#readme" },
  {
    distribution: "pyttsx3",
    build: [],
    run: ["espeak-ng", "libespeak1"],
    source: "https://github.com/nateshmbhat/pyttsx3#linux-installation-requirements-",
  },
  {
    distribution: "sounddevice",
    build: [],
    run: ["libportaudio2"],
    source: "https://python-sounddevice.readthedocs.io/en/latest/installation.html",
  },
  { distribution: "sox", build: [], run: ["sox"], source: "https://github.com/marl/pysox#install" },
  {
    distribution: "speechrecognition",
    extras: ["audio"],
    ...portAudio,
    source: "https://github.com/Uberi/speech_recognition#pyaudio-for-microphone-users",
  },
  { distribution: "torchcodec", ...ffmpeg, source: "https://github.com/meta-pytorch/torchcodec#installing-torchcodec" },
  { distribution: "webrtcvad", build: [compiler], run: [], source: "https://github.com/wiseman/py-webrtcvad#readme" },
];
