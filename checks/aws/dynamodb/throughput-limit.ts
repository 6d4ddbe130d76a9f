import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/dynamodb/throughput-limit',
  title: "Tables stay clear of the account's limit of throughput",
  severity: 'low',
  controls: ['164.312(b)'],
  kind: 'aws.region',
  facts: ['dynamoDbThroughput'],
  settings: { maxPercent: 80 },
  evaluate: ({ dynamoDbThroughput }, { settings: { maxPercent } }) => {
    if (dynamoDbThroughput === null) return notApplicable('no table has provisioned capacity');
    const { read, write, mostRead, mostWrite } = dynamoDbThroughput;
    const near = [
      ...(read * 100 >= mostRead * maxPercent ? [`${read} of ${mostRead} read units`] : []),
      ...(write * 100 >= mostWrite * maxPercent ? [`${write} of ${mostWrite} write units`] : []),
    ];
    return near.length === 0 ? pass : fail(`the tables have ${near.join(' and ')} that the account may have`);
  },
});
