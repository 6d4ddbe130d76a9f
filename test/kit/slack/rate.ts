/** Slack promises about one post a second per channel; a short burst passes, more is answered 429. */
export function createRate(burst: number): (channel: string) => boolean {
  const posts = new Map<string, number[]>();
  return (channel) => {
    const now = Date.now();
    const recent = (posts.get(channel) ?? []).filter((at) => now - at < 1000);
    const allowed = recent.length < burst;
    if (allowed) recent.push(now);
    posts.set(channel, recent);
    return allowed;
  };
}
