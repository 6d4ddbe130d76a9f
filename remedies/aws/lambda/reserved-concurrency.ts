import { breaks, cannot, defineRemedy, harmless, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/lambda/reserved-concurrency',
  title: 'Bound how many calls the function handles at once',
  cures: ['aws/lambda/concurrency-limit'],
  kind: 'aws.lambda.function',
  fact: 'reservedConcurrency',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  settings: { mostAtOnce: 0 },
  desired(atOnce, { settings: { mostAtOnce } }) {
    if (atOnce !== null) return to(atOnce);
    if (mostAtOnce < 1)
      return cannot(
        'no bound is configured: set remediation.settings."aws/lambda/reserved-concurrency".mostAtOnce to what the busiest hour needs',
      );
    return to(mostAtOnce);
  },
  consequences: (_facts, { after }) => [
    breaks(`calls beyond ${after} at once would be refused, or wait if they are asynchronous`),
    uncertain(
      'what is reserved is taken from the other functions of the region, of which Lambda keeps at least 100 free',
    ),
    harmless('other functions cannot take the place of this one any more'),
  ],
});
