package dev.latchkey.letter;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A component of a letter or a sentence, found out once.
 *
 * @param element its type without the Optional or collection around it
 * @param optional it may be empty
 */
public record Field(
    String name, Kind kind, Class<?> element, boolean optional, MethodHandle accessor) {
  private static final MethodType ANY = MethodType.methodType(Object.class, Object.class);

  /**
   * The components of a record, in their order, those of a {@link Part} in the place of it.
   *
   * @throws IllegalArgumentException when two of them have one name
   */
  public static List<Field> of(Class<?> type) {
    List<Field> fields = Arrays.stream(type.getRecordComponents()).flatMap(Field::allOf).toList();
    if (fields.stream().map(Field::name).distinct().count() < fields.size()) {
      throw new IllegalArgumentException(type.getSimpleName() + " has two components of one name");
    }
    return fields;
  }

  private static Stream<Field> allOf(RecordComponent component) {
    if (!Part.class.isAssignableFrom(component.getType())) {
      return Stream.of(of(component));
    }
    MethodHandle part = accessor(component);
    return of(component.getType()).stream().map(field -> field.within(part));
  }

  private Field within(MethodHandle part) {
    return new Field(
        name, kind, element, optional, MethodHandles.filterReturnValue(part, accessor));
  }

  private static MethodHandle accessor(RecordComponent component) {
    try {
      return MethodHandles.lookup().unreflect(component.getAccessor()).asType(ANY);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }

  private static Field of(RecordComponent component) {
    MethodHandle accessor = accessor(component);
    Type type = component.getGenericType();
    if (!(type instanceof ParameterizedType of)) {
      Class<?> plain = component.getType();
      return new Field(component.getName(), Kind.of(plain), plain, false, accessor);
    }
    Class<?> element = (Class<?>) of.getActualTypeArguments()[0];
    boolean many = Collection.class.isAssignableFrom(component.getType());
    return new Field(
        component.getName(),
        many ? Kind.ofMany(component.getType(), element) : Kind.of(element),
        element,
        !many,
        accessor);
  }

  /** Its value in that record; null for an empty Optional. */
  public @Nullable Object of(Object record) {
    try {
      Object value = (Object) accessor.invokeExact(record);
      return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(name + " cannot be read", e);
    }
  }
}
