import guidance from '../../../../remedies/aws/codebuild/steps-logging.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
