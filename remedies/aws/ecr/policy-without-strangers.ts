import { defineRemedy, withoutStrangers } from '#src/remedy';

export default defineRemedy({
  id: 'aws/ecr/policy-without-strangers',
  title: "Remove the statements that let strangers in from the repository's policy",
  cures: ['aws/ecr/repository-public'],
  kind: 'aws.ecr.repository',
  fact: 'policy',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  ...withoutStrangers({
    service: 'ecr',
    without: 'there is no policy',
    whoever: 'pulls or pushes images',
    insiders:
      'other accounts and services that pull by what goes lose it too; add a statement that names them first',
  }),
});
