import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** What OpenML answers about one data set: its two classes are far apart. */
export function openml(name: string): Map<string, string> {
  const rows = Array.from(
    { length: 120 },
    (_, index) => `${index % 2 === 0 ? 0 : 9}.${index},${index % 7},${index % 2 === 0 ? 'a' : 'b'}`,
  );
  const arff = `@RELATION ${name}\n@ATTRIBUTE one NUMERIC\n@ATTRIBUTE two NUMERIC\n@ATTRIBUTE class {a,b}\n@DATA\n${rows.join('\n')}\n`;
  const feature = (index: number, called: string, type: string, target: boolean): object => ({
    ...{ index: String(index), name: called, data_type: type, is_target: String(target) },
    ...{ is_ignore: 'false', is_row_identifier: 'false', number_of_missing_values: '0' },
    ...(type === 'nominal' ? { nominal_value: ['a', 'b'] } : {}),
  });
  const about = {
    ...{
      id: '4242',
      name,
      version: '1',
      status: 'active',
      format: 'ARFF',
      file_id: '77',
      description: 'made for tests',
    },
    ...{ url: `https://www.openml.org/data/v1/download/77/${name}.arff`, default_target_attribute: 'class' },
    md5_checksum: createHash('md5').update(arff).digest('hex'),
  };
  const api = 'www.openml.org/api/v1/json/data';
  const listed = { data: { dataset: [{ did: 4242, name, version: 1, status: 'active' }] } };
  const features = [
    feature(0, 'one', 'numeric', false),
    feature(1, 'two', 'numeric', false),
    feature(2, 'class', 'nominal', true),
  ];
  return new Map([
    [`${api}/list/data_name/${name}/limit/2/data_version/1`, JSON.stringify(listed)],
    [`${api}/list/data_name/${name}/limit/2/status/active/`, JSON.stringify(listed)],
    [`${api}/4242`, JSON.stringify({ data_set_description: about })],
    [`${api}/features/4242`, JSON.stringify({ data_features: { feature: features } })],
    [
      `${api}/qualities/4242`,
      JSON.stringify({ data_qualities: { quality: [{ name: 'NumberOfInstances', value: '120' }] } }),
    ],
    [`www.openml.org/data/v1/download/77/${name}.arff`, arff],
  ]);
}

/** Fashion-MNIST as Keras downloads it, small: the ten classes are bright in ten different rows. */
export function fashionMnist(): Map<string, Buffer> {
  const base = 'storage.googleapis.com/tensorflow/tf-keras-datasets';
  const half = (name: string, count: number): [string, Buffer][] => {
    const images = Buffer.alloc(16 + count * 784);
    const labels = Buffer.alloc(8 + count);
    for (let index = 0; index < count; index += 1) {
      labels[8 + index] = index % 10;
      images.fill(255, 16 + index * 784 + (index % 10) * 56, 16 + index * 784 + (index % 10) * 56 + 28);
    }
    return [
      [`${base}/${name}-images-idx3-ubyte.gz`, gzipSync(images)],
      [`${base}/${name}-labels-idx1-ubyte.gz`, gzipSync(labels)],
    ];
  };
  return new Map([...half('train', 600), ...half('t10k', 200)]);
}

/** Kitti as torchvision downloads it: the one set of it without a checksum. */
export function kitti(folder: string): Map<string, Buffer> {
  const base = 's3.eu-central-1.amazonaws.com/avg-kitti';
  const archive = (kind: string, file: string): Buffer =>
    Buffer.from(
      execFileSync('python3', ['-c', zipped, `training/${kind}/${file}`, `testing/${kind}/${file}`], {
        cwd: folder,
        encoding: 'utf8',
      }),
      'base64',
    );
  return new Map([
    [`${base}/data_object_image_2.zip`, archive('image_2', '000000.png')],
    [`${base}/data_object_label_2.zip`, archive('label_2', '000000.txt')],
  ]);
}

const zipped = `
import base64, io, sys, zipfile
whole = io.BytesIO()
with zipfile.ZipFile(whole, "w") as archive:
    for name in sys.argv[1:]:
        archive.writestr(name, "made for tests")
print(base64.b64encode(whole.getvalue()).decode())`;
