import { defineCheck, fail, notApplicable, pass } from '#src/check';

/** Sources that are named by no address of a repository. */
const unaddressed: readonly string[] = ['NO_SOURCE', 'CODEPIPELINE', 'S3'];

export default defineCheck({
  id: 'aws/codebuild/source-oauth',
  title: 'The build source is fetched without a token in its URL',
  severity: 'high',
  controls: ['164.308(a)(3)(i)', '164.308(a)(4)(ii)(C)', '164.312(a)(1)'],
  kind: 'aws.codebuild.project',
  facts: ['sources'],
  evaluate: ({ sources }) => {
    const addressed = sources.filter(({ type }) => !unaddressed.includes(type));
    if (addressed.length === 0) return notApplicable('its source is not fetched from a repository by URL');
    const carrying = addressed.filter((source) => source.urlCarriesCredential);
    if (carrying.length === 0) return pass;
    const named = carrying.map(({ name, type }) => `${name} (${type})`).join(', ');
    return fail(`a password or token stands in the URL of the source ${named}`);
  },
});
