import guidance from '../../../../remedies/aws/phi/steps-tag-conflict.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
