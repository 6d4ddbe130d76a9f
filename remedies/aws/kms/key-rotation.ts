import { cannot, defineRemedy, harmless, to } from '#src/remedy';

/** What KMS takes. */
const shortestDays = 90;
const longestDays = 2560;

export default defineRemedy({
  id: 'aws/kms/key-rotation',
  title: 'Turn on yearly rotation of the key',
  cures: ['aws/kms/key-rotation'],
  kind: 'aws.kms.key',
  fact: 'rotationDays',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  settings: { maxDays: 365 },
  desired: (everyDays, { settings: { maxDays } }) => {
    if (maxDays < shortestDays || maxDays > longestDays)
      return cannot(`KMS rotates every ${shortestDays} to ${longestDays} days, and ${maxDays} are asked for`);
    return to(everyDays === null ? maxDays : Math.min(everyDays, maxDays));
  },
  consequences: () => [
    harmless('what was encrypted before stays readable: KMS keeps the older material'),
    harmless('each of the first two rotations adds a monthly charge for the key'),
  ],
});
