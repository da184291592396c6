import { gone, keyword, name, taken } from './entry.ts';
import type { RemovedApi } from './entry.ts';

export const scipy: readonly RemovedApi[] = [
  gone(
    'scipy',
    '1.12',
    name(
      /^scipy\.(array|zeros|ones|eye|arange|linspace|dot|sqrt|exp|log|log10|sin|cos|pi|mean|std|var|median|sum|interp|randn|rand|polyfit|polyval|ifft|append|concatenate|where|nan|inf|isnan|floor|ceil|absolute|abs|max|min|argmax|argmin|argsort|unique|vstack|hstack|random)$/,
    ),
    'call it from numpy',
  ),
  gone('scipy', '1.14', name(/^scipy\.integrate\.(trapz|simps|cumtrapz)$/), 'call trapezoid or simpson'),
  gone('scipy', '1.15', name(/^scipy\.integrate\.(quadrature|romberg)$/), 'call quad'),
  gone(
    'scipy',
    '1.13',
    name(/^scipy\.signal\.(gaussian|hann|hamming|blackman|bartlett|boxcar|kaiser|triang|tukey|general_gaussian)$/),
    'call it from scipy.signal.windows',
  ),
  gone('scipy', '1.15', name(/^scipy\.signal\.(cwt|ricker|morlet2?|daub|qmf|cascade)$/), 'use the package PyWavelets'),
  gone(
    'scipy',
    '1.2',
    name(/^scipy\.misc\.(im\w+|toimage|bytescale|fromimage)$/),
    'use imageio.imread and Pillow to read and size pictures',
  ),
  gone('scipy', '1.3', name(/^scipy\.misc\.(comb|factorial|logsumexp)$/), 'import it from scipy.special'),
  gone('scipy', '1.15', name(/^scipy\.misc\.(face|ascent|electrocardiogram|derivative)$/), 'use scipy.datasets'),
  gone('scipy', '1.12', name(/^scipy\.stats\.binom_test$/), 'call binomtest'),
  gone(
    'scipy',
    '1.9',
    name(/^scipy\.stats\.(itemfreq|median_absolute_deviation)$/),
    'call numpy.unique or median_abs_deviation',
  ),
  gone(
    'scipy',
    '1.11',
    taken(/^scipy\.stats\.(mstats\.)?mode$/, /^(\.mode|\[0\])\[0\]/),
    'write mode(…, keepdims=True)',
  ),
  gone('scipy', '1.14', name(/^scipy\.interpolate\.interp2d$/), 'use RegularGridInterpolator'),
  gone('scipy', '1.13', name(/^scipy\.linalg\.(tril|triu)$/), 'call it from numpy'),
  gone('scipy', '1.9', name(/^scipy\.linalg\.pinv2$/), 'call pinv'),
  gone('scipy', '1.9', name(/^scipy\.sparse\.linalg\.eigen\.arpack\b/), 'import from scipy.sparse.linalg'),
  gone('scipy', '1.14', keyword(/^scipy\.sparse\.linalg\.(cg|gmres|bicgstab|minres)$/, 'tol'), 'write rtol='),
];
