import remedy from '../../../../remedies/aws/cloudtrail/logging-start.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';
import { arnOf, nothing, trail } from './trails.ts';

const [main, every] = [arnOf('main'), arnOf('every')];
const off = { ...trail, logging: false };

testRemedy(remedy, {
  cures: [
    { name: 'the only one is stopped', current: { [main]: off }, after: { [main]: trail }, facts: nothing },
    {
      name: 'of two the one of every region, and the other is left alone',
      current: { [main]: off, [every]: { ...off, multiRegion: true } },
      after: { [main]: off, [every]: { ...trail, multiRegion: true } },
      facts: nothing,
    },
  ],
  cannot: [
    { name: 'there is none', current: {}, because: /no trail that is stopped/ },
    { name: 'one is on', current: { [main]: trail, [every]: off }, because: /on already/ },
  ],
  consequences: [{ name: 'nothing breaks', current: { [main]: off }, verdict: 'safe' }],
});
