import check from '../../../../checks/aws/codebuild/source-oauth.ts';
import { testCheck } from '../../../kit/test-check.ts';

const source = { name: 'primary', type: 'GITHUB', urlCarriesCredential: false };

testCheck(check, {
  pass: [{ name: 'a plain address', facts: { sources: [source] } }],
  fail: [
    {
      name: 'a token in the second',
      facts: { sources: [source, { name: 'library', type: 'BITBUCKET', urlCarriesCredential: true }] },
      because: /library \(BITBUCKET\)$/,
    },
  ],
  notApplicable: [
    { name: 'no source', facts: { sources: [{ ...source, type: 'NO_SOURCE' }] } },
    { name: 'from a pipeline', facts: { sources: [{ ...source, type: 'CODEPIPELINE' }] } },
    { name: 'from a bucket', facts: { sources: [{ ...source, type: 'S3' }] } },
  ],
});
