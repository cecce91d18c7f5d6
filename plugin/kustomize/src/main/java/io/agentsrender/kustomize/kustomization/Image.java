package io.agentsrender.kustomize.kustomization;

/** A change of images of one name (api/types/image.go); empty parts say nothing. */
public record Image(String name, String newName, String tagSuffix, String newTag, String digest) {}
