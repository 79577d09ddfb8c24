const SIGNALS = ["SIGHUP", "SIGINT", "SIGTERM"] as const;

/**
 * Has signals not end this process before it tidied up.
 *
 * @param stop has what it waits for end
 * @returns to be called when all is tidy: whether there was a signal, by which this process ends now
 */
export function holdSignals(stop: () => void): () => boolean {
  let received: NodeJS.Signals | undefined;
  const hold = (signal: NodeJS.Signals) => {
    received = signal;
    stop();
  };
  // A second one ends this process at once, as ever.
  for (const signal of SIGNALS) process.once(signal, hold);
  return () => {
    for (const signal of SIGNALS) process.off(signal, hold);
    return received !== undefined && process.kill(process.pid, received);
  };
}
