import { defineRemedy, harmless, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/opensearch/encryption-at-rest',
  title: 'Encrypt the domain on disk with the key that AWS manages',
  cures: ['aws/opensearch/encryption-at-rest'],
  kind: 'aws.opensearch.domain',
  fact: 'encryptedAtRest',
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
      'a domain with an engine before Elasticsearch 6.7, some small instances, UltraWarm or cold storage cannot go over to it, and OpenSearch refuses then',
    ),
  ],
});
