import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/msk/encryption',
  title: 'Kafka cluster is under a customer key and takes no plaintext',
  severity: 'high',
  controls: ['164.312(a)(2)(iv)', '164.312(e)(1)'],
  kind: 'aws.kafka.cluster',
  facts: ['inTransit', 'encryptedBy'],
  evaluate: ({ inTransit, encryptedBy }) => {
    if (inTransit === null)
      return notApplicable('a serverless cluster takes TLS only, and its key cannot be chosen');
    const open = [
      ...(inTransit.clients === 'TLS' ? [] : [`clients may come without TLS (${inTransit.clients})`]),
      ...(inTransit.betweenBrokers ? [] : ['brokers talk to each other without TLS']),
      ...(encryptedBy === 'customer' ? [] : ['its disks are under a key that AWS manages']),
    ];
    return open.length === 0 ? pass : fail(open.join('; '));
  },
});
