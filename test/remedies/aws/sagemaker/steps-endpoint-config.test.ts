import guidance from '../../../../remedies/aws/sagemaker/steps-endpoint-config.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
