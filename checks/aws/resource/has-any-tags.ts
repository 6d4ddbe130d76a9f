import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/resource/has-any-tags',
  title: 'The bucket carries at least one tag',
  severity: 'low',
  controls: ['164.310(d)(2)(iii)'],
  kind: 'aws.s3.bucket',
  facts: ['tags'],
  evaluate: ({ tags }) => {
    const keys = Object.keys(tags);
    if (keys.some((key) => !key.startsWith('aws:'))) return pass;
    return fail(keys.length === 0 ? 'there are no tags' : 'the only tags are those that AWS set');
  },
});
