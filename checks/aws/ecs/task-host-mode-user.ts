import { defineCheck, fail, notApplicable, pass } from '#src/check';

const isRoot = (user: string): boolean => /^(root|0)(:|$)/.test(user);

export default defineCheck({
  id: 'aws/ecs/task-host-mode-user',
  title: "No container on the host's network runs privileged or as root",
  severity: 'high',
  controls: ['164.308(a)(3)(i)', '164.308(a)(3)(ii)(A)', '164.308(a)(4)(ii)(C)', '164.312(a)(1)'],
  kind: 'aws.ecs.taskDefinition',
  facts: ['newest'],
  evaluate: ({ newest: { networkMode, containers, revision } }) => {
    if (networkMode !== 'host')
      return notApplicable(`its containers are not on the host's network (${networkMode ?? 'default'})`);
    const seen = containers.flatMap(({ name, privileged, user }) => {
      if (privileged) return [`${name} is privileged`];
      if (user === null) return [`${name} names no user, so it is root unless its image says otherwise`];
      return isRoot(user) ? [`${name} runs as ${user}`] : [];
    });
    return seen.length === 0 ? pass : fail(`revision ${revision}: ${seen.join('; ')}`);
  },
});
