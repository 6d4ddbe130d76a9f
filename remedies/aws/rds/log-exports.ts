import { cannot, defineRemedy, harmless, to, uncertain } from '#src/remedy';

/** The logs of who came and what failed, by engine; those that hold statements whole are left to people. */
const useful: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^postgres$/, ['postgresql']],
  [/^mysql$/, ['error']],
  [/^mariadb$/, ['audit', 'error']],
  [/^oracle-/, ['alert', 'audit', 'listener']],
  [/^sqlserver-/, ['error']],
  [/^db2-/, ['diag.log']],
];

export default defineRemedy({
  id: 'aws/rds/log-exports',
  title: "Send the database's logs to CloudWatch",
  cures: ['aws/rds/log-exports'],
  kind: 'aws.rds.instance',
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
