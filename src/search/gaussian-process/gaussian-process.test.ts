import { optimiserContract } from '../optimiser.contract.ts';
import { gaussianProcess } from './gaussian-process.ts';

optimiserContract(gaussianProcess);
