import { cannot, defineRemedy, harmless, to, uncertain } from '#src/remedy';

/** A topic that keeps an order is not told by alarms. */
const topicArn = /^arn:[\w-]+:sns:([\w-]+):\d{12}:[\w-]+$/;

const none = { filter: false, tells: null };

export default defineRemedy({
  id: 'aws/cloudwatch/trail-alarms',
  title: 'Raise alarms on what the trail records and nobody hears of',
  cures: [
    'aws/cloudwatch/alarm-nacl-changes',
    'aws/cloudwatch/alarm-gateway-changes',
    'aws/cloudwatch/alarm-route-table-changes',
    'aws/cloudwatch/alarm-vpc-changes',
    'aws/cloudwatch/alarm-sg-changes',
    'aws/cloudwatch/alarm-s3-policy-changes',
    'aws/cloudwatch/alarm-cloudtrail-changes',
    'aws/cloudwatch/alarm-kms-deletion',
    'aws/cloudwatch/alarm-console-auth-failures',
    'aws/cloudwatch/alarm-root-usage',
  ],
  kind: 'aws.account',
  fact: 'ownTrailAlarms',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  settings: { topic: '' },
  considers: ['subscribedTopics'],
  desired: (now, { settings: { topic } }) => {
    if (now.logGroup === null)
      return cannot('no trail of every region that is on delivers to a log group of the account');
    const home = now.logGroup.split(':')[3];
    if (topic === '')
      return cannot(
        `no topic is named: set topic of this remedy in the configuration to the ARN of an SNS topic in ${home}`,
      );
    const [, region] = topicArn.exec(topic) ?? [];
    if (region === undefined)
      return cannot('topic in the configuration is not the ARN of a standard SNS topic');
    if (region !== home)
      return cannot(`the configured topic is in ${region} and the log group of the trail in ${home}`);
    const all = Object.entries(now.alarms);
    const [another] = all.find(([, state]) => state === 'another') ?? [];
    if (another !== undefined)
      return cannot(
        `a metric filter, a metric or an alarm named ${another} is there already and is not ours, or an alarm of others looks at its metric`,
      );
    const open = all.filter(([name]) => !now.beyond.includes(name) && !(name in now.others));
    const made = open.flatMap(([name, state]) => {
      const { filter, tells } = state === null || state === 'another' ? none : state;
      return filter && tells !== null ? [] : [[name, { filter: true, tells: tells ?? topic }] as const];
    });
    if (made.length === 0)
      return cannot(
        now.beyond.length === 0
          ? 'for each event an alarm is there already'
          : `whether the log group holds, or a filter takes, all that ${now.beyond.join(', ')} would be about cannot be told, so a person must look`,
      );
    return to({ ...now, alarms: { ...now.alarms, ...Object.fromEntries(made) } });
  },
  consequences: ({ subscribedTopics }, { before, after }) => {
    const added = Object.keys(after.alarms).filter(
      (name) => JSON.stringify(before.alarms[name]) !== JSON.stringify(after.alarms[name]),
    );
    const [, , , region, , , group] = (after.logGroup ?? '').split(':');
    const topics = added.flatMap((name) => {
      const state = after.alarms[name] ?? null;
      return state === null || state === 'another' || state.tells === null ? [] : [state.tells];
    });
    const heard = subscribedTopics.known ? subscribedTopics.value : [];
    const unheard = [...new Set(topics)].filter((topic) => !heard.includes(topic));
    return [
      harmless(
        `${added.join(', ')}: for each a metric filter on the log group ${group} and an alarm in ${region}; those that no finding was asked about are made along with it`,
      ),
      harmless(
        'whoever subscribed is told when such things happen, those that deployments do too, at most once in five minutes by each alarm',
      ),
      harmless(
        'each alarm costs about 0.10 USD a month, and its metric up to 0.30 USD in a month in which it counts something',
      ),
      uncertain(
        'the topic, and the key that seals it, must let CloudWatch publish: whether they do cannot be told from here, so see that a first message arrives',
      ),
      ...unheard.map((topic) => uncertain(`nobody is known to have confirmed a subscription of ${topic}`)),
    ];
  },
});
