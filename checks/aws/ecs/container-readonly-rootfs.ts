import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/ecs/container-readonly-rootfs',
  title: 'No container may rewrite its own root filesystem',
  severity: 'medium',
  controls: ['164.312(c)(1)'],
  kind: 'aws.ecs.taskDefinition',
  facts: ['newest'],
  evaluate: ({ newest: { windows, containers, revision } }) => {
    if (windows) return notApplicable('Windows containers have no read-only root filesystem');
    const open = containers.filter((c) => !c.readonlyRootFilesystem).map(({ name }) => name);
    if (open.length === 0) return pass;
    return fail(`revision ${revision}: readonlyRootFilesystem is off for ${open.join(', ')}`);
  },
});
