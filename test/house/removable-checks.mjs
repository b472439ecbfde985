import { relative } from 'node:path';
import swcJest from '@swc/jest';

/**
 * Compiles as usual, and makes every check of the first wall removable: `assertOwn(x)` becomes
 * `checkAt('apps/…:63 assertOwn', assertOwn)(x)`, with `checkAt` given by the spec. Nothing else is touched, and
 * nothing of it is in the product.
 */
const CHECK = /(?<![\w.'])(?<!function )(assertOwn|assertMayRead|assertSupervises|assertRole|visibleTo)\(/g;
const WALLED = /^(apps\/[^/]+\/src\/.*\.service|libs\/platform\/src\/.*\.(service|guard))\.ts$/;

export default {
  createTransformer(options) {
    const inner = swcJest.createTransformer(options);
    const instrument = (source, file, root) => {
      const name = relative(root, file);
      if (!WALLED.test(name)) return source;
      const places = [];
      const lines = source.split('\n').map((line, index) =>
        line.replaceAll(CHECK, (_whole, check) => {
          const place = `${name}:${index + 1} ${check}`;
          places.push(place);
          return `globalThis.checkAt(${JSON.stringify(place)}, ${check})(`;
        }),
      );
      return `${lines.join('\n')}\n(globalThis.checkPlaces ??= []).push(...${JSON.stringify(places)});\n`;
    };
    return {
      ...inner,
      process: (source, file, jest) => inner.process(instrument(source, file, jest.config.rootDir), file, jest),
      processAsync: (source, file, jest) =>
        inner.processAsync(instrument(source, file, jest.config.rootDir), file, jest),
      getCacheKey: (source, file, jest) => inner.getCacheKey(instrument(source, file, jest.config.rootDir), file, jest),
    };
  },
};
