// The types that @sigstore/sign names and does not bring along. Nothing here calls the module: keys need no network.
declare module 'make-fetch-happen' {
  export interface MakeFetchHappenOptions {
    readonly retry?: boolean | number | object;
  }
}
