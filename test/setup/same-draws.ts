// Where a change is judged, properties draw the same values each time: a red run can be repeated, and no change is blamed
// for an older fault. Everywhere else they draw new ones, which is how such faults are found.
if (process.env['CI'] === 'true') {
  const { default: fc } = await import('fast-check');
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_261_123 });
}
