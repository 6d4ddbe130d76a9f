import { cannot, defineRemedy, harmless, to } from '#src/remedy';

/** What S3 allows, those that AWS sets not counted. */
const mostTags = 50;

export default defineRemedy({
  id: 'aws/phi/store-classify',
  title: "Tag the bucket with its data's classification",
  cures: ['aws/phi/store-missing-classification', 'aws/resource/has-any-tags'],
  kind: 'aws.s3.bucket',
  fact: 'tags',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  preference: 1,
  settings: { tagKey: 'DataClassification' },
  choice: {
    summary: 'what the bucket holds; whoever knows its data says so',
    choices: ['PHI', 'Confidential', 'Internal', 'Public'],
  },
  desired: (tags, { choice, settings: { tagKey } }) => {
    if (choice === null) return cannot('only a person can say how the data is classified');
    const others = Object.keys(tags).filter((key) => key !== tagKey && !key.startsWith('aws:'));
    if (others.length >= mostTags)
      return cannot(`the bucket has ${others.length} tags, which is all that S3 allows`);
    return to({ ...tags, [tagKey]: choice });
  },
  consequences: (_facts, { before, after }) => [
    harmless(
      Object.keys(before).length === 0
        ? 'the bucket has no tags yet'
        : 'the tags that the bucket has stay as they are',
    ),
    ...(Object.values(after).includes('PHI')
      ? [harmless('findings about exposure of the bucket count as critical from the next scan on')]
      : []),
  ],
});
