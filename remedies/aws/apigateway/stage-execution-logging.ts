import { cannot, defineRemedy, harmless, to, uncertain, unread } from '#src/remedy';

export default defineRemedy({
  id: 'aws/apigateway/stage-execution-logging',
  title: 'Write execution logs for every method of the stage',
  cures: ['aws/apigateway/stage-execution-logging'],
  kind: 'aws.apigateway.stage',
  fact: 'logLevels',
  risk: 'safe',
  reversibility: {
    undo: 'partly',
    because:
      "logging is switched off again, but where the stage had no settings for all methods it keeps an entry with API Gateway's defaults",
  },
  considers: ['logRole'],
  /** `ERROR` or `INFO`. */
  settings: { level: 'ERROR' },
  desired(levels, { settings: { level }, subject }) {
    const { loggedWhole = [] } = subject as { readonly loggedWhole?: readonly string[] };
    const whole = loggedWhole.find((method) => levels[method] === 'OFF');
    if (whole !== undefined)
      return cannot(
        `data tracing is on for ${whole}, so the log would hold requests and answers whole: switch it off first`,
      );
    return to(
      Object.fromEntries(
        Object.entries(levels).map(([method, now]) => [method, now === 'OFF' ? level : now]),
      ),
    );
  },
  consequences: ({ logRole }) => [
    harmless('requests are answered as before'),
    harmless('bodies of requests and answers are not in the log, as long as data tracing stays off'),
    ...(logRole.known && logRole.value === null
      ? [
          uncertain(
            'API Gateway has no role in this region that it may write logs with, and refuses until it is set (UpdateAccount)',
          ),
        ]
      : []),
    ...unread(logRole, 'whether API Gateway has a role that it may write logs with cannot be told'),
  ],
});
