import { defineRemedy, harmless, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/opensearch/node-to-node-encryption',
  title: 'Encrypt what the nodes of the domain tell each other',
  cures: ['aws/opensearch/node-to-node-encryption'],
  kind: 'aws.opensearch.domain',
  fact: 'nodeToNodeEncryption',
  risk: 'disruptive',
  reversibility: {
    undo: 'no',
    because: 'OpenSearch never turns it off again: only a new domain would be without it',
  },
  desired: () => to(true),
  consequences: () => [
    harmless('OpenSearch makes new nodes beside the old ones and goes over to them, which may take hours'),
    uncertain('meanwhile the domain is slower and refuses other changes; a full one may not make it'),
    uncertain(
      'a domain with an engine before Elasticsearch 6.7 cannot go over to it, and OpenSearch refuses then',
    ),
  ],
});
