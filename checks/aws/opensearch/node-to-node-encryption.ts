import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/opensearch/node-to-node-encryption',
  title: 'Search nodes talk to each other encrypted',
  severity: 'high',
  controls: ['164.308(a)(4)(ii)(A)', '164.312(a)(2)(iv)', '164.312(e)(1)', '164.312(e)(2)(ii)'],
  kind: 'aws.opensearch.domain',
  facts: ['nodeToNodeEncryption'],
  evaluate: ({ nodeToNodeEncryption }) => {
    return nodeToNodeEncryption ? pass : fail('node-to-node encryption is off');
  },
});
