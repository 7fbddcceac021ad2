/**
 * Life events and themes: the ways into the catalogue for people who know what happened to them.
 */
@org.springframework.modulith.NamedInterface("life")
@org.jspecify.annotations.NullMarked
package org.yongtong.catalogue.life;
