import remedy from '../../../../remedies/aws/wafv2/logging.ts';
import { ownAccount, testRemedy } from '../../../kit/test-remedy.ts';

const subject = {
  id: `arn:aws:wafv2:us-east-1:${ownAccount}:regional/webacl/front/1`,
  region: 'us-east-1',
  name: 'front',
};
const at = { subject };
const stream = (name: string, region = 'us-east-1', owner = ownAccount) =>
  `arn:aws:firehose:${region}:${owner}:deliverystream/${name}`;
const destination = stream('aws-waf-logs-front');
const whole = {
  destinations: [destination],
  redacts: ['header authorization', 'header cookie', 'query string'],
  filtered: false,
};
const refused = (name: string, destination: string, because: RegExp) => ({
  name,
  current: null,
  at,
  settings: { destination },
  because,
});

testRemedy(remedy, {
  cures: [
    { name: 'no log', current: null, after: whole, at, settings: { destination }, facts: { logsTo: [] } },
    {
      name: 'other fields are left out',
      current: null,
      after: { ...whole, redacts: ['header x-patient'] },
      at,
      settings: { destination, redactedHeaders: ['X-Patient'], redactsQueryString: false },
      facts: { logsTo: [] },
    },
  ],
  cannot: [
    { name: 'a log is there', current: whole, at, settings: { destination }, because: /already/ },
    refused('no stream is named', '', /set destination/),
    refused('a bucket', 'arn:aws:s3:::aws-waf-logs-front', /changes its policy/),
    refused(
      'a log group',
      `arn:aws:logs:us-east-1:${ownAccount}:log-group:aws-waf-logs-front`,
      /changes its policy/,
    ),
    refused('no ARN', 'aws-waf-logs-front', /is not the ARN/),
    refused('another name', stream('front'), /must begin with aws-waf-logs-, and is front/),
    refused('another region', stream('aws-waf-logs-front', 'eu-west-1'), /in eu-west-1/),
    refused('another account', stream('aws-waf-logs-front', 'us-east-1', '444455556666'), /another account/),
  ],
  consequences: [
    {
      name: 'what goes there',
      current: null,
      at,
      settings: { destination },
      verdict: 'unknown',
      says: [
        ['unknown', /but for header authorization, header cookie, query string;/],
        ['safe', /service-linked role is not made from here/],
      ],
    },
  ],
});
