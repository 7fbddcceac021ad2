/** Power and responsibility lists: powers that are not applied for, beside the service items. */
@org.jspecify.annotations.NullMarked
package org.yongtong.catalogue.power;
