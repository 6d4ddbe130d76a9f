import { cannot, defineRemedy, harmless, to } from '#src/remedy';

export default defineRemedy({
  id: 'aws/resource/bucket-environment-tag',
  title: 'Tag the bucket with its environment',
  cures: ['aws/resource/has-any-tags'],
  kind: 'aws.s3.bucket',
  fact: 'tags',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  settings: { tagKey: 'Environment' },
  choice: {
    summary: 'what the bucket is used for',
    choices: ['production', 'staging', 'development', 'test'],
  },
  desired: (tags, { choice, settings: { tagKey } }) =>
    choice === null
      ? cannot('only a person can say what the bucket is used for')
      : to({ ...tags, [tagKey]: choice }),
  consequences: () => [harmless('the tags that the bucket has stay as they are')],
});
