import { cannot, defineRemedy, harmless, to } from '#src/remedy';

/** What every one of the services allows, those that AWS sets not counted. */
const mostTags = 50;

export default defineRemedy({
  id: 'aws/phi/resource-classify',
  title: "Tag the data store with its data's classification",
  cures: ['aws/phi/data-store-classification'],
  kind: 'aws.data.store',
  fact: 'tags',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  settings: { tagKey: 'DataClassification' },
  choice: {
    summary: 'what the store holds; whoever knows its data says so',
    choices: ['PHI', 'Confidential', 'Internal', 'Public'],
  },
  desired: (tags, { choice, settings: { tagKey } }) => {
    if (choice === null) return cannot('only a person can say how the data is classified');
    const others = Object.keys(tags).filter((key) => key !== tagKey && !key.startsWith('aws:'));
    if (others.length >= mostTags)
      return cannot(`the store has ${others.length} tags, which is all that AWS allows`);
    return to({ ...tags, [tagKey]: choice });
  },
  consequences: (_facts, { before, after }) => [
    harmless(
      Object.keys(before).length === 0
        ? 'the store has no tags yet'
        : 'the tags that the store has stay as they are',
    ),
    ...(Object.values(after).includes('PHI')
      ? [harmless('findings about exposure of the store count as critical from the next scan on')]
      : []),
  ],
});
