import { detectProgram } from './detect.ts';

test.each([
  [
    'topics of documents',
    'none',
    'topic-model',
    'from bertopic import BERTopic\nt = BERTopic(verbose=True)\ntopics, _ = t.fit_transform(docs)',
  ],
  ['topics that the constructor finds', 'none', 'topic-model', 'from top2vec import Top2Vec\nmodel = Top2Vec(docs)'],
  ['a reducer beside scikit-learn', 'scikit-learn', 'dim-reduction', 'import umap\ne = umap.UMAP().fit_transform(x)'],
  ['clusters beside scikit-learn', 'scikit-learn', 'clustering', 'import hdbscan\nc = hdbscan.HDBSCAN()\nc.fit(x)'],
  [
    'outliers beside scikit-learn',
    'scikit-learn',
    'anomaly-detection',
    'from pyod.models.ecod import ECOD\nclf = ECOD()\nclf.fit(x)',
  ],
])('%s', async (_, framework, family, text) => {
  const program = await detectProgram({ path: 'train.py', text }, [], () => 'present');
  expect([program.trains, program.framework, program.family]).toEqual([true, framework, family]);
});

test.each([
  ['topics that are only loaded', 'from bertopic import BERTopic\nt = BERTopic.load("m")\nt.transform(docs)'],
  ['a topic model that is only made', 'from bertopic import BERTopic\nt = BERTopic(nr_topics=9)'],
  ['a reducer that is only read back', 'import umap, joblib\nr = joblib.load("r")\nr.transform(x)'],
])('%s: nothing is trained', async (_, text) => {
  const program = await detectProgram({ path: 'train.py', text }, [], () => 'present');
  expect(program.trains).toBe(false);
});
