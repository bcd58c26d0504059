package io.github.aspoperator.smallworld;

/** Bigger worlds, for those who ask ({@code -Dsmallworld.deep=true}). */
@SuppressWarnings("BadImport") // acts read as words here
final class DeepWorlds {

  private DeepWorlds() {}
}
