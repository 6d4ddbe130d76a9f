import guidance from '../../../../remedies/aws/sagemaker/steps-notebook.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
