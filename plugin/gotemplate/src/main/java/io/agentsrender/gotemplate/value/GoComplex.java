package io.agentsrender.gotemplate.value;

/** A Go {@code complex128}: only constants such as {@code 1+2i} make one. */
public record GoComplex(double real, double imaginary) {}
