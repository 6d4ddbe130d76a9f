import remedy from '../../../../remedies/aws/cloudwatch/trail-alarms.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const names = [
  'nacl-changes',
  'gateway-changes',
  'route-table-changes',
  'vpc-changes',
  'sg-changes',
  's3-policy-changes',
  'cloudtrail-changes',
  'kms-deletion',
  'console-auth-failures',
  'root-usage',
].map((name) => `hipaa-${name}`);
const facts = [
  'naclChanges',
  'gatewayChanges',
  'routeTableChanges',
  'vpcChanges',
  'sgChanges',
  's3PolicyChanges',
  'cloudTrailChanges',
  'kmsDeletion',
  'consoleAuthFailures',
  'rootUsage',
].map((topic) => `${topic}Alarm`);

const topic = 'arn:aws:sns:us-east-1:111122223333:security';
const settings = { topic };
const none = null as { readonly filter: boolean; readonly tells: string | null } | 'another' | null;
const each = (state: typeof none) => Object.fromEntries(names.map((name) => [name, state]));
const current = {
  logGroup: 'arn:aws:logs:us-east-1:111122223333:log-group:/trail/main',
  others: {} as Readonly<Record<string, readonly string[]>>,
  beyond: [] as readonly string[],
  alarms: each(none),
};
const whole = { filter: true, tells: topic };
const unheard = Object.fromEntries(facts.map((fact) => [fact, { alarms: [], missing: 'no metric filter' }]));
const told = { alarms: ['theirs'], missing: null };
const root = { ...unheard, ...Object.fromEntries(facts.slice(0, 9).map((fact) => [fact, told])) };
const subscribedTopics = [topic];
const withRoot = (state: typeof none) => ({ ...current.alarms, 'hipaa-root-usage': state });
const allOthers = Object.fromEntries(names.slice(0, 9).map((name) => [name, ['theirs']]));

testRemedy(remedy, {
  cures: [
    {
      name: 'nobody hears of anything',
      current,
      settings,
      after: { ...current, alarms: each(whole) },
      facts: { ...unheard, subscribedTopics },
    },
    {
      name: 'of all others alarms tell already',
      current: { ...current, others: allOthers },
      settings,
      after: { ...current, others: allOthers, alarms: withRoot(whole) },
      facts: { ...root, subscribedTopics },
    },
    {
      name: 'the log group may not hold all else',
      current: { ...current, beyond: names.slice(0, 9) },
      settings,
      after: { ...current, beyond: names.slice(0, 9), alarms: withRoot(whole) },
      facts: { ...root, subscribedTopics },
    },
    {
      name: 'the filter was made and the alarm was not',
      current: { ...current, others: allOthers, alarms: withRoot({ filter: true, tells: null }) },
      settings,
      after: { ...current, others: allOthers, alarms: withRoot(whole) },
      facts: { ...root, subscribedTopics },
    },
    {
      name: 'the alarm is there, of another topic, and the filter is gone',
      current: { ...current, others: allOthers, alarms: withRoot({ filter: false, tells: `${topic}-old` }) },
      settings,
      after: { ...current, others: allOthers, alarms: withRoot({ filter: true, tells: `${topic}-old` }) },
      facts: { ...root, subscribedTopics: [`${topic}-old`] },
    },
    {
      name: 'in a partition of its own',
      current: {
        ...current,
        logGroup: current.logGroup.replace('aws:logs:us-east-1', 'aws-us-gov:logs:us-gov-west-1'),
      },
      settings: { topic: 'arn:aws-us-gov:sns:us-gov-west-1:111122223333:security' },
      after: {
        ...current,
        logGroup: current.logGroup.replace('aws:logs:us-east-1', 'aws-us-gov:logs:us-gov-west-1'),
        alarms: each({ filter: true, tells: 'arn:aws-us-gov:sns:us-gov-west-1:111122223333:security' }),
      },
      facts: { ...unheard, subscribedTopics: ['arn:aws-us-gov:sns:us-gov-west-1:111122223333:security'] },
    },
  ],
  cannot: [
    {
      name: 'no log group',
      current: { ...current, logGroup: null, alarms: {} },
      settings,
      because: /no trail of every region/,
    },
    { name: 'no topic is named', current, because: /set topic .* SNS topic in us-east-1/ },
    { name: 'a name instead of an ARN', current, settings: { topic: 'security' }, because: /not the ARN/ },
    {
      name: 'a topic that keeps the order',
      current,
      settings: { topic: `${topic}.fifo` },
      because: /standard/,
    },
    {
      name: 'a topic of another region',
      current,
      settings: { topic: topic.replace('us-east-1', 'eu-west-1') },
      because: /in eu-west-1 and the log group of the trail in us-east-1/,
    },
    {
      name: 'something of the name is not ours',
      current: { ...current, alarms: withRoot('another') },
      settings,
      because: /hipaa-root-usage is there already/,
    },
    {
      name: 'all is there',
      current: { ...current, alarms: each(whole) },
      settings,
      because: /an alarm is there already/,
    },
    {
      name: 'of all else alarms tell, and the log group leaves one out',
      current: { ...current, others: allOthers, beyond: ['hipaa-root-usage'] },
      settings,
      because: /hipaa-root-usage would be about cannot be told/,
    },
  ],
  consequences: [
    {
      name: 'it says what is added, and what that costs',
      current: { ...current, others: allOthers },
      settings,
      facts: { subscribedTopics },
      verdict: 'unknown',
      says: [
        ['safe', /^hipaa-root-usage: .* log group \/trail\/main and an alarm in us-east-1/],
        ['safe', /told when such things happen/],
        ['safe', /0\.10 USD/],
        ['unknown', /let CloudWatch publish/],
      ],
      saysNot: [/confirmed/, /hipaa-nacl-changes/],
    },
    {
      name: 'the alarm that is there already tells of another topic than the configured one',
      current: { ...current, others: allOthers, alarms: withRoot({ filter: false, tells: `${topic}-old` }) },
      settings,
      facts: { subscribedTopics: [`${topic}-old`] },
      verdict: 'unknown',
      says: [['unknown', /let CloudWatch publish/]],
      saysNot: [/confirmed/],
    },
    {
      name: 'nobody subscribed',
      current,
      settings,
      facts: { subscribedTopics: [] },
      verdict: 'unknown',
      says: [
        ['safe', /hipaa-nacl-changes, hipaa-gateway-changes/],
        ['unknown', /nobody is known to have confirmed/],
      ],
    },
    {
      name: 'who subscribed is not known',
      current,
      settings,
      verdict: 'unknown',
      says: [['unknown', /nobody is known to have confirmed/]],
    },
  ],
});
