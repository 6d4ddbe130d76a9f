import guidance from '../../../../remedies/aws/codebuild/steps-credentials.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
