import type { AwsReader } from '../reader.ts';
import { type Gathered, gather } from './gather.ts';
import { type TrailRef, trailsIn } from './trails.ts';

/** Every trail that any region of the scan shows, each once. */
export async function trailsOf(reader: AwsReader) {
  const shown = await gather(reader.regions, (region) => trailsIn(reader, region));
  const trails: readonly TrailRef[] = [
    ...new Map(shown.answers.flat().map((trail) => [trail.arn, trail])).values(),
  ];
  // A trail of every region is seen from any one region.
  const everyRegion: Gathered<unknown> = shown.answers.length > 0 ? { ...shown, refusals: [] } : shown;
  return { trails, shown, everyRegion };
}
