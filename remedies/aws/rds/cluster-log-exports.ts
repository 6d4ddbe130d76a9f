import { cannot, defineRemedy, harmless, to, uncertain } from '#src/remedy';

/** The logs of who came and what failed, by engine; those that hold statements whole are left to people. */
const useful: readonly (readonly [RegExp, readonly string[]])[] = [
  [/postgres/, ['postgresql']],
  [/^aurora(-mysql)?$/, ['audit', 'error']],
  [/^mysql$/, ['error']],
];

export default defineRemedy({
  id: 'aws/rds/cluster-log-exports',
  title: "Send the cluster's logs to CloudWatch",
  cures: ['aws/rds/cluster-log-exports'],
  kind: 'aws.rds.cluster',
  fact: 'orderedLogExports',
  risk: 'safe',
  reversibility: {
    undo: 'partly',
    because: 'the log group stays in CloudWatch with what was sent meanwhile',
  },
  desired({ engine, types }) {
    const wanted = useful.find(([name]) => name.test(engine))?.[1];
    if (!wanted) return cannot(`which logs ${engine} has is not known here: choose them in RDS`);
    return to({ engine, types: [...types, ...wanted.filter((type) => !types.includes(type))] });
  },
  consequences: (_facts, { before, after }) => [
    harmless(
      `${after.types.filter((type) => !before.types.includes(type)).join(', ')} goes to CloudWatch, which charges for it`,
    ),
    harmless(
      'an audit log stays empty until the engine is told what to audit, in its parameter or option group',
    ),
    uncertain(
      'logs may hold parts of statements: whether those who read the log group may see them cannot be told',
    ),
  ],
});
