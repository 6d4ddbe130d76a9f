import { cannot, defineRemedy, harmless, to } from '#src/remedy';

/** What S3 allows, those that AWS sets not counted. */
const mostTags = 50;

export default defineRemedy({
  id: 'aws/phi/found-tag',
  title: 'Tag the bucket as holding PHI',
  cures: ['aws/phi/found-but-untagged'],
  kind: 'aws.macie.classifiedBucket',
  fact: 'tags',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  settings: { tagKey: 'DataClassification', tagValue: 'PHI' },
  desired: (tags, { settings: { tagKey, tagValue } }) => {
    const others = Object.keys(tags).filter((key) => key !== tagKey && !key.startsWith('aws:'));
    if (others.length >= mostTags)
      return cannot(`the bucket has ${others.length} tags, which is all that S3 allows`);
    return to({ ...tags, [tagKey]: tagValue });
  },
  consequences: (_facts, { before, after }) => [
    ...Object.entries(after)
      .filter(([key, value]) => before[key] !== undefined && before[key] !== value)
      .map(([key, value]) => harmless(`the tag ${key} says ${value} instead of ${before[key]}`)),
    harmless('the other tags of the bucket stay as they are'),
    harmless('findings about exposure of the bucket count as critical from the next scan on'),
  ],
});
