import guidance from '../../../../remedies/aws/documentdb/steps-encryption.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
